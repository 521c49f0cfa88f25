//! What the served sites know of their pages: requests, and the messages that a first script sends.

use std::cell::RefCell;
use std::rc::Rc;

use super::console_message::ConsoleMessage;
use super::first_script::SCRIPT;
use crate::site::TestSite;

/// Sites of one test.
pub struct Sites {
    /// Copy of the release.
    pub main: Rc<TestSite>,
    hosts: RefCell<Vec<Rc<TestSite>>>,
    first_script: RefCell<String>,
}

impl Sites {
    /// The copy of the release alone.
    pub fn new(main: TestSite) -> Self {
        Self { main: Rc::new(main), hosts: RefCell::default(), first_script: RefCell::default() }
    }

    /// Adds the site of a host.
    pub fn add_host(&self, host: TestSite) -> Rc<TestSite> {
        let script = self.first_script.borrow();
        if !script.is_empty() {
            host.set_first_script(&script);
        }
        let host = Rc::new(host);
        self.hosts.borrow_mut().push(Rc::clone(&host));
        host
    }

    /// Addresses of the hosts.
    pub fn hosts(&self) -> Vec<String> {
        self.hosts.borrow().iter().map(|host| host.url()).collect()
    }

    /// Adds to the script before all scripts of all pages.
    pub fn add_first_script(&self, part: &str) {
        self.first_script.borrow_mut().push_str(&format!("{part};\n"));
        self.send_first_script();
    }

    /// Sets that script, without the parts of an earlier browser.
    fn set_first_script(&self, script: &str) {
        self.first_script.replace(format!("{script}\n"));
        self.send_first_script();
    }

    fn send_first_script(&self) {
        let script = self.first_script.borrow();
        self.all().iter().for_each(|site| site.set_first_script(&script));
    }

    fn all(&self) -> Vec<Rc<TestSite>> {
        let hosts = self.hosts.borrow();
        std::iter::once(&self.main).chain(&*hosts).cloned().collect()
    }
}

/// Listener to the sites of a page.
pub struct ServedMonitor {
    sites: Rc<Sites>,
    messages: RefCell<Vec<ConsoleMessage>>,
}

impl ServedMonitor {
    /// Starts to listen.
    pub fn new(sites: Rc<Sites>) -> Self {
        sites.set_first_script(SCRIPT);
        Self { sites, messages: RefCell::default() }
    }

    /// Sites of the test.
    pub fn sites(&self) -> &Sites {
        &self.sites
    }

    /// Addresses of all requests to the sites.
    pub fn requests(&self) -> Vec<String> {
        let addresses = |site: Rc<TestSite>| {
            let requests = site.requests();
            requests.into_iter().map(move |request| site.address(request.path.trim_start_matches('/')))
        };
        self.sites.all().into_iter().flat_map(addresses).collect()
    }

    /// Clears the requests.
    pub fn forget_requests(&self) {
        self.sites.all().iter().for_each(|site| site.forget_requests());
    }

    /// Drains the messages.
    pub fn drain_messages(&self) -> Vec<ConsoleMessage> {
        self.gather();
        self.messages.take()
    }

    /// Messages until now.
    pub fn messages_so_far(&self) -> Vec<ConsoleMessage> {
        self.gather();
        self.messages.borrow().clone()
    }

    fn gather(&self) {
        let new = self.sites.all().into_iter().flat_map(|site| site.take_messages());
        self.messages.borrow_mut().extend(new);
    }
}
