<?php
/**
 * What the block and the shortcode may say: block.json and the files of texts list the values, and nothing else gets through.
 */

namespace Boussole;

defined( 'ABSPATH' ) || exit;

/** The questionnaires that have no other form than this one. */
const ONLY_FORM = array( 'dependances-ia' => 'express' );

/** The attributes as block.json describes them, and the languages that have texts. */
function schema(): array {
	static $schema = null;
	if ( null === $schema ) {
		$block  = wp_json_file_decode( dirname( FILE ) . '/block.json', array( 'associative' => true ) );
		$schema = $block['attributes'];
		// An empty language is that of the site.
		$schema['lang']['enum'] = array_merge( array( '' ), languages() );
	}
	return $schema;
}

/** The values that an attribute may have. */
function choices( string $name ): array {
	return schema()[ $name ]['enum'];
}

/**
 * The attributes with a valid value each: the default stands for what is missing or unknown.
 *
 * @param array $given Whatever an author wrote.
 */
function attributes( array $given ): array {
	$valid = array();
	foreach ( schema() as $name => $rule ) {
		$value = $given[ $name ] ?? null;
		if ( 'lang' === $name && is_string( $value ) ) {
			$value = known_language( $value );
		}
		$valid[ $name ] = is_valid( $value, $rule ) ? $value : $rule['default'];
	}
	$valid['form'] = ONLY_FORM[ $valid['questionnaire'] ] ?? $valid['form'];
	if ( '' === $valid['lang'] ) {
		$valid['lang'] = language( get_locale() );
	}
	return $valid;
}

/** The choice that a language tag asks for in any spelling, like en-GB, EN or fr_CA; empty if there is none. */
function known_language( string $tag ): string {
	$language = strtolower( (string) strtok( trim( $tag ), '-_.@' ) );
	return in_array( $language, choices( 'lang' ), true ) ? $language : '';
}

/**
 * Whether a value is one of a list or, where there is none, a colour.
 *
 * @param mixed $value Whatever an author wrote.
 * @param array $rule  The attribute in block.json.
 */
function is_valid( $value, array $rule ): bool {
	if ( isset( $rule['enum'] ) ) {
		return in_array( $value, $rule['enum'], true );
	}
	return is_string( $value ) && 1 === preg_match( '/\A#[0-9a-fA-F]{6}\z/', $value );
}
