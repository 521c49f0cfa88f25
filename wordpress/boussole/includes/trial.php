<?php
/**
 * Trial of an address before it is saved: whether a browser could load the widget from there.
 */

namespace Boussole;

defined( 'ABSPATH' ) || exit;

/** Seconds that a server has to answer. */
const PATIENCE = 5;

/** Bytes of the script that are read: it has less than 10 KB. */
const READ_AT_MOST = 100000;

/** Name of the element, which the script defines. */
const ELEMENT = 'boussole-assessment';

/**
 * The folder of the release at an address or above it, as above the address of the page in a language.
 *
 * @param string $address The address with a slash at its end.
 * @return array The folder, or nothing with the key of a text and what was seen.
 */
function find_release( string $address ): array {
	static $known = array();
	if ( isset( $known[ $address ] ) ) {
		// WordPress asks twice on the first save.
		return $known[ $address ];
	}
	$first  = try_folder( $address );
	$parent = preg_replace( '~(?<!/)/[^/]+/\z~', '/', $address );
	$fault  = $first['fault'] ?? '';
	if ( in_array( $fault, array( 'no_script', 'other_script' ), true ) && $parent !== $address ) {
		$above = try_folder( $parent );
		$first = isset( $above['fault'] ) ? $first : $above;
	}
	$known[ $address ] = $first;
	return $first;
}

/** Loads the script of a folder as a browser would from this site. */
function try_folder( string $folder ): array {
	$url      = $folder . SCRIPTS['element'];
	$origin   = origin( home_url() );
	$answer   = wp_remote_get(
		$url,
		array(
			'timeout'             => PATIENCE,
			'limit_response_size' => READ_AT_MOST,
			'headers'             => array( 'Origin' => $origin ),
		)
	);
	$fault = function ( string $key, string $seen ) use ( $url ): array {
		return array( 'fault' => $key, 'url' => $url, 'seen' => $seen );
	};
	if ( is_wp_error( $answer ) ) {
		return $fault( 'no_answer', $answer->get_error_message() );
	}
	$status = (int) wp_remote_retrieve_response_code( $answer );
	$type   = header_of( $answer, 'content-type' );
	if ( 200 !== $status ) {
		return $fault( 'no_script', (string) $status );
	}
	if ( ! preg_match( '~\A\s*(?:text|application)/(?:x-)?javascript\b~i', $type ) ) {
		return $fault( 'no_script', "200, Content-Type: $type" );
	}
	if ( false === strpos( wp_remote_retrieve_body( $answer ), ELEMENT ) ) {
		return $fault( 'other_script', '' );
	}
	// Browsers take a module of another site only with its permission.
	$allowed = header_of( $answer, 'access-control-allow-origin' );
	if ( origin( $folder ) !== $origin && ! in_array( $allowed, array( '*', $origin ), true ) ) {
		return $fault( 'not_shared', '' );
	}
	return array( 'folder' => $folder );
}

/** A header of an answer; the last one, where a server repeats it. */
function header_of( array $answer, string $name ): string {
	$values = (array) wp_remote_retrieve_header( $answer, $name );
	return (string) end( $values );
}

/** Scheme, host and port of an address. */
function origin( string $address ): string {
	$parts = wp_parse_url( $address );
	$port  = isset( $parts['port'] ) ? ':' . $parts['port'] : '';
	return strtolower( ( $parts['scheme'] ?? '' ) . '://' . ( $parts['host'] ?? '' ) ) . $port;
}
