//! Script tag of the plugin beside other plugins, and under a policy with nonces.

use serde_json::json;

use super::{attributes, run_set_up, scripts};

/// Plugin of a careful site: a nonce for every script, a policy that allows no other, attributes against optimisers, and
/// inline scripts around ours. Without the scripts that WordPress writes past its own filters.
const STRICT: &str = "<?php
remove_action( 'wp_head', 'print_emoji_detection_script', 7 );
remove_action( 'wp_footer', 'the_block_template_skip_link' );
add_action( 'send_headers', function () {
    header( \"Content-Security-Policy: script-src 'nonce-abc' 'strict-dynamic' 'wasm-unsafe-eval'\" );
} );
add_filter( 'wp_inline_script_attributes', fn( $attributes ) => $attributes + array( 'nonce' => 'abc' ) );
add_filter( 'script_loader_tag', function ( $tag ) {
    return str_replace( '<script ', '<script nonce=\"abc\" data-cfasync=\"false\" ', $tag );
}, 5 );
add_action( 'wp_footer', function () {
    wp_add_inline_script( 'boussole-element', 'window.before = \"<SCRIPT src=x>\";', 'before' );
}, 1 );
";

#[test]
fn the_script_tag_keeps_what_other_plugins_add() {
    run_set_up(async |bed, wordpress| {
        wordpress.add_plugin("strict", STRICT);
        let browser = bed.browser().await;
        let article = wordpress.publish("author", "[boussole lang=\"fr\"]");
        browser.open(&article).await.on_question(1).await;
        assert_eq!(scripts(&browser).await, json!(["boussole.js"]));
        let selector = "script[src$='/boussole.js']";
        assert_eq!(attributes(&browser, selector, "id").await, json!(["boussole-element-js"]));
        assert_eq!(attributes(&browser, selector, "data-cfasync").await, json!(["false"]));
        let state = "return [document.querySelector(arguments[0]).nonce, window.before]";
        assert_eq!(browser.run(state, vec![json!(selector)]).await, json!(["abc", "<SCRIPT src=x>"]));
    });
}
