<?php
/**
 * The block: block.json describes it, editor.js shows it to authors, and this makes its HTML when the article is read.
 */

namespace Boussole;

defined( 'ABSPATH' ) || exit;

/** The attributes that are chosen from a list, in the order in which the editor shows them. */
const LISTS = array( 'questionnaire', 'form', 'lang', 'mode' );

/** Tells WordPress of the block, in the language of who edits. */
function register_block(): void {
	$data = get_file_data( FILE, array( 'version' => 'Version' ) );
	wp_register_script(
		'boussole-editor',
		plugins_url( 'editor.js', FILE ),
		array( 'wp-block-editor', 'wp-blocks', 'wp-components', 'wp-element' ),
		$data['version'],
		true
	);
	register_block_type(
		dirname( FILE ),
		array(
			'attributes'      => schema(),
			'description'     => text( 'description' ),
			'render_callback' => __NAMESPACE__ . '\render',
		)
	);
	add_action( 'enqueue_block_editor_assets', __NAMESPACE__ . '\tell_the_editor' );
}

/** Gives the editor what it can't know by itself. */
function tell_the_editor(): void {
	$told = array(
		'address'  => address(),
		'language' => language( get_locale() ),
		'choices'  => array_map( __NAMESPACE__ . '\choices', array_combine( LISTS, LISTS ) ),
		'onlyForm' => ONLY_FORM,
		'texts'    => language_names() + texts( language( determine_locale() ) ),
	);
	wp_add_inline_script( 'boussole-editor', 'window.boussoleEditor = ' . wp_json_encode( $told ) . ';', 'before' );
}

/** The HTML of the block. */
function render( array $attributes ): string {
	return boxed( get_block_wrapper_attributes(), markup( $attributes ) );
}
