<?php
/**
 * Where the release of Boussole is: the folder of static files that pages load the widget from. There is no default, since
 * nobody but the site's owner knows it.
 */

namespace Boussole;

defined( 'ABSPATH' ) || exit;

const OPTION = 'boussole_address';

/** The address with a slash at its end, or nothing. A constant or a filter of this name goes before the setting. */
function address(): string {
	$address = defined( 'BOUSSOLE_ADDRESS' ) ? BOUSSOLE_ADDRESS : get_option( OPTION, '' );
	return clean_address( apply_filters( 'boussole_address', $address ) );
}

/** Whether the setting is what decides. */
function is_set_here(): bool {
	return ! defined( 'BOUSSOLE_ADDRESS' ) && ! has_filter( 'boussole_address' );
}

/** A page or a script at the end of a path. A folder may have a dot too: `boussole-0.1`. */
const FILE_NAME = '~/[^/]+\.(?:html?|js|php)\z~i';

/**
 * The folder that an address names, or nothing where it is not one. People paste the address of a page or of a script in it.
 *
 * @param mixed $value Whatever was typed or filtered.
 */
function clean_address( $value ): string {
	$url   = is_string( $value ) ? esc_url_raw( trim( $value ), array( 'https', 'http' ) ) : '';
	$parts = wp_parse_url( $url );
	if ( ! is_array( $parts ) || empty( $parts['scheme'] ) || empty( $parts['host'] ) ) {
		return '';
	}
	$port = isset( $parts['port'] ) ? ':' . $parts['port'] : '';
	$path = preg_replace( FILE_NAME, '/', $parts['path'] ?? '' );
	return $parts['scheme'] . '://' . $parts['host'] . $port . trailingslashit( $path );
}
