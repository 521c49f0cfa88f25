<?php
/**
 * Removes the one thing that the plugin keeps, from every site of a network.
 */

defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

if ( ! is_multisite() ) {
	delete_option( 'boussole_address' );
	return;
}
foreach ( get_sites( array( 'fields' => 'ids', 'number' => 0 ) ) as $boussole_site ) {
	delete_blog_option( $boussole_site, 'boussole_address' );
}
