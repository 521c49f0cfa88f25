<?php
/**
 * The texts of the plugin: texts/<language>.json, a file for each language. Titles and summaries are those of the
 * questionnaires; a test compares them.
 */

namespace Boussole;

defined( 'ABSPATH' ) || exit;

/** The language of sites in a language that has no file. */
const FALLBACK_LANGUAGE = 'en';

/** The language that an author finds first, as in the release. */
const FIRST_LANGUAGE = 'fr';

/** The languages that have a file. */
function languages(): array {
	static $languages = null;
	if ( null === $languages ) {
		$names     = array_map( 'basename', glob( dirname( FILE ) . '/texts/*.json' ) ?: array() );
		$names     = preg_replace( '/\.json\z/', '', $names );
		$languages = array_values( array_unique( array_merge( array( FIRST_LANGUAGE ), $names ) ) );
	}
	return $languages;
}

/** The texts in a language. */
function texts( string $language ): array {
	static $texts = array();
	if ( ! isset( $texts[ $language ] ) ) {
		$texts[ $language ] = wp_json_file_decode( dirname( FILE ) . "/texts/$language.json", array( 'associative' => true ) );
	}
	return $texts[ $language ];
}

/** The language of ours that goes with a locale of WordPress. */
function language( string $locale ): string {
	$known = known_language( $locale );
	return '' === $known ? FALLBACK_LANGUAGE : $known;
}

/** A text, in the language of who looks at the screen unless another is named. */
function text( string $key, string $language = '' ): string {
	return texts( '' === $language ? language( determine_locale() ) : $language )[ $key ];
}

/** What the languages are called in themselves, by the keys of a choice among them. */
function language_names(): array {
	$names = array();
	foreach ( languages() as $language ) {
		$names[ 'lang.' . $language ] = text( 'name', $language );
	}
	return $names;
}
