<?php
/**
 * Plugin Name:       Boussole
 * Description:       A self-assessment of an organisation’s technology dependencies in an article, as a block or a shortcode. What a reader answers never leaves the browser.
 * Version:           0.1.0
 * Requires at least: 6.1
 * Requires PHP:      7.4
 * License:           MIT
 * License URI:       https://opensource.org/license/mit
 * Text Domain:       boussole
 *
 * Only what WordPress calls: everything else is in includes/.
 */

namespace Boussole;

defined( 'ABSPATH' ) || exit;

const FILE = __FILE__;

require __DIR__ . '/includes/texts.php';
require __DIR__ . '/includes/address.php';
require __DIR__ . '/includes/attributes.php';
require __DIR__ . '/includes/script.php';
require __DIR__ . '/includes/markup.php';
require __DIR__ . '/includes/block.php';
require __DIR__ . '/includes/trial.php';
require __DIR__ . '/includes/settings.php';

add_action( 'init', __NAMESPACE__ . '\register_block' );
add_shortcode( 'boussole', __NAMESPACE__ . '\shortcode' );
add_filter( 'script_loader_tag', __NAMESPACE__ . '\as_module', 10, 2 );
add_action( 'admin_init', __NAMESPACE__ . '\register_settings' );
add_action( 'admin_menu', __NAMESPACE__ . '\add_settings_page' );
add_filter( 'plugin_action_links_' . plugin_basename( FILE ), __NAMESPACE__ . '\add_settings_link' );
