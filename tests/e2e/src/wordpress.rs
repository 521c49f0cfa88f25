//! WordPress site of one test, with the plugin: database, web server, an administrator, and an author without HTML rights.
//! Its PHP files are in `tests/wordpress/`.

use std::fs::{self, File};
use std::io::Write;
use std::os::unix::fs::symlink;
use std::os::unix::net::UnixStream;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;
use std::time::Instant;

use serde_json::json;
use xtask::setup::wordpress::WordPress as Installed;

use crate::browser::BrowserSession;
use crate::environment;
use crate::process_group::ProcessGroup;
use crate::temp_folder::TempFolder;
use crate::{LIMIT, PAUSE};

/// Arguments of a temporary database with one local user: no network, no privileges, no durability.
const DATABASE: [&str; 6] = [
    "--no-defaults",
    "--skip-networking",
    "--skip-grant-tables",
    "--innodb-buffer-pool-size=32M",
    "--innodb-flush-log-at-trx-commit=0",
    "--innodb-doublewrite=0",
];

/// End of the line with the address of the web server.
const STARTED: &str = ") started";

/// Running WordPress. Dropping it ends the processes and removes the files.
pub struct WordPressSite {
    /// Address of the site, with a final slash.
    pub url: String,
    installed: Installed,
    // Drop order: processes before their files.
    _processes: [ProcessGroup; 2],
    folder: TempFolder,
}

impl WordPressSite {
    /// Installs and starts a site.
    pub fn start() -> Self {
        let installed = environment::wordpress();
        let folder = TempFolder::new("wordpress");
        lay_out(&installed.folder, &folder.0);
        let database = start_database(&installed.database, &folder.0);
        let (server, url) = start_server(&installed.php, &folder.0);
        wait("the database", &folder.0.join("database.log"), || {
            UnixStream::connect(folder.0.join("socket")).ok()
        });
        let wordpress = Self { url, installed, _processes: [database, server], folder };
        let plugin = environment::dist().join("wordpress/boussole.zip");
        wordpress.ask("install", wordpress.url.trim_end_matches('/'), &plugin.to_string_lossy());
        wordpress
    }

    /// Publishes an article of a user. Returns its address.
    pub fn publish(&self, login: &str, content: &str) -> String {
        format!("{}?p={}", self.url, self.ask("post", login, content))
    }

    /// Sets an option.
    pub fn set(&self, option: &str, value: &str) {
        self.ask("set", option, value);
    }

    /// Adds a plugin that is always active, of one PHP file.
    pub fn add_plugin(&self, name: &str, php: &str) {
        let plugins = self.folder.0.join("root/wp-content/mu-plugins");
        let written = fs::create_dir_all(&plugins)
            .and_then(|()| fs::write(plugins.join(name).with_extension("php"), php));
        written.expect("a plugin can be written");
    }

    /// Uninstalls the plugin. Returns the options that remain.
    pub fn uninstall(&self) -> String {
        self.ask("uninstall", "", "")
    }

    /// PHP warnings about the plugin.
    pub fn complaints(&self) -> Vec<String> {
        let log = fs::read_to_string(self.folder.0.join("complaints.log")).unwrap_or_default();
        log.lines().filter(|line| line.contains("plugins/boussole")).map(str::to_owned).collect()
    }

    /// Logs a user in and opens an address.
    pub async fn log_in(&self, browser: &BrowserSession, login: &str, address: &str) {
        browser.load(&format!("{}wp-login.php", self.url)).await;
        let script = "const form = document.forms.loginform;
            [form.log.value, form.pwd.value, form.redirect_to.value] = arguments;
            form.submit()";
        browser.run(script, vec![json!(login), json!("secret"), json!(address)]).await;
        let inside = "return document.body.classList.contains('wp-admin')";
        browser.wait("the administration", inside, vec![]).await;
    }

    /// Runs a task of `tests/wordpress/tool.php`. Returns its output.
    fn ask(&self, task: &str, argument: &str, input: &str) -> String {
        let tool = fixtures().join("tool.php");
        let mut command = php(&self.installed.php, &self.folder.0);
        command.arg(tool).args([task, argument]);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("PHP can be started");
        let mut stdin = child.stdin.take().expect("the input is piped");
        // A task without input may have ended.
        let _ = stdin.write_all(input.as_bytes());
        drop(stdin);
        let output = child.wait_with_output().expect("PHP ends");
        let answer = String::from_utf8_lossy(&output.stdout).trim().to_owned();
        let complaint = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{task} {argument}: {answer} {complaint}");
        answer
    }
}

fn fixtures() -> PathBuf {
    environment::root().join("tests/wordpress")
}

/// Lays out a WordPress folder: program files linked to the installation, content and settings of the test.
fn lay_out(installed: &Path, folder: &Path) {
    let root = folder.join("root");
    let content = root.join("wp-content");
    for kind in ["languages", "plugins", "themes", "uploads"] {
        fs::create_dir_all(content.join(kind)).expect("a folder can be made");
    }
    let entries = installed.read_dir().expect("WordPress can be read");
    for name in entries.map(|entry| entry.expect("WordPress can be read").file_name()) {
        if name != "wp-config.php" && name != "wp-content" && name != ".htaccess" {
            symlink(installed.join(&name), root.join(&name)).expect("a link can be made");
        }
    }
    for theme in installed.join("wp-content/themes").read_dir().expect("there are themes") {
        let theme = theme.expect("a theme can be read");
        symlink(theme.path(), content.join("themes").join(theme.file_name())).expect("a link can be made");
    }
    fs::copy(fixtures().join("wp-config.php"), root.join("wp-config.php"))
        .expect("the settings can be copied");
    // Empty icon against a 404. Empty language file: WordPress refuses a language without one.
    for name in ["favicon.ico", "wp-content/languages/fr_FR.mo"] {
        File::create(root.join(name)).expect("a file can be made");
    }
}

fn start_database(program: &Path, folder: &Path) -> ProcessGroup {
    let data = folder.join("data");
    fs::create_dir_all(&data).expect("a folder can be made");
    let mut command = Command::new(program);
    command.args(DATABASE).arg(option("--datadir=", &data)).arg(option("--socket=", &folder.join("socket")));
    if xtask::setup::is_root() {
        // MariaDB refuses root without this option.
        command.arg("--user=root");
    }
    ProcessGroup::start(&command, log(folder, "database.log"))
}

fn start_server(program: &Path, folder: &Path) -> (ProcessGroup, String) {
    let mut command = php(program, folder);
    command.args(["-d", "opcache.enable_cli=1", "-S", "127.0.0.1:0", "-t"]).arg(folder.join("root"));
    let server = ProcessGroup::start(&command, log(folder, "server.log"));
    let log_path = folder.join("server.log");
    let url = wait("the web server", &log_path, || {
        let log = fs::read_to_string(&log_path).ok()?;
        let line = log.lines().find(|line| line.contains(STARTED))?;
        let (_, address) = line.split_once('(')?;
        let (_, port) = address.split_once(STARTED)?.0.rsplit_once(':')?;
        // Host name unlike that of the release: cross-site to a browser.
        Some(format!("http://localhost:{port}/"))
    });
    (server, url)
}

/// PHP command for the scripts of this site.
fn php(program: &Path, folder: &Path) -> Command {
    let mut command = Command::new(program);
    command
        .env("WORDPRESS_ROOT", folder.join("root"))
        .env("WORDPRESS_SOCKET", folder.join("socket"))
        .env("WORDPRESS_LOG", folder.join("complaints.log"))
        .args(["-d", "display_errors=0", "-d"])
        .arg(option("auto_prepend_file=", &fixtures().join("prepend.php")));
    command
}

fn option(name: &str, path: &Path) -> std::ffi::OsString {
    let mut option = std::ffi::OsString::from(name);
    option.push(path);
    option
}

fn log(folder: &Path, name: &str) -> File {
    File::create(folder.join(name)).expect("a file can be made")
}

/// Waits for a value, or fails with the log.
fn wait<T>(what: &str, log: &Path, look: impl Fn() -> Option<T>) -> T {
    let start = Instant::now();
    loop {
        if let Some(found) = look() {
            return found;
        }
        assert!(
            start.elapsed() <= LIMIT,
            "{what} does not start: {}",
            fs::read_to_string(log).unwrap_or_default()
        );
        thread::sleep(PAUSE);
    }
}
