<?php
/**
 * Script tags of the release: WordPress 6.1 knows no modules.
 */

namespace Boussole;

defined( 'ABSPATH' ) || exit;

/** The scripts of the release, by the way that needs them. */
const SCRIPTS = array(
	'element' => 'boussole.js',
	'frame'   => 'boussole-frame.js',
);

/** Types of plain scripts. Another one, as text/plain, is how a consent plugin holds a script back. */
const PLAIN_TYPES = array( '', 'text/javascript', 'application/javascript' );

/** A script with the attributes of its start tag; what stands in it is skipped. */
const SCRIPT_ELEMENT = '~<script\b((?:[^>"\']|"[^"]*"|\'[^\']*\')*)>.*?</script\s*>~is';

/** A type with its value, in any quotes. */
const TYPE = '~\stype\s*=\s*(?:"([^"]*)"|\'([^\']*)\'|([^\s"\'>]+))~i';

/** Name of a script of the release in WordPress. */
function handle( string $mode ): string {
	return 'boussole-' . $mode;
}

/** Makes the tag a module. Inline scripts beside it, and attributes of other plugins, stay. */
function as_module( string $tag, string $handle ): string {
	if ( ! in_array( $handle, array_map( __NAMESPACE__ . '\handle', array_keys( SCRIPTS ) ), true ) ) {
		return $tag;
	}
	$change = function ( array $found ): string {
		list( $element, $attributes ) = $found;
		$is_inline                    = 1 !== preg_match( '~\ssrc\s*=~i', $attributes );
		$type                         = preg_match( TYPE, $attributes, $values ) ? strtolower( trim( end( $values ) ) ) : '';
		if ( $is_inline || ! in_array( $type, PLAIN_TYPES, true ) ) {
			return $element;
		}
		$start = '<script type="module"' . preg_replace( TYPE, '', $attributes ) . '>';
		return $start . substr( $element, strlen( "<script$attributes>" ) );
	};
	return preg_replace_callback( SCRIPT_ELEMENT, $change, $tag ) ?? $tag;
}
