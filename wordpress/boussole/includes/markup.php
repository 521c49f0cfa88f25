<?php
/**
 * What stands in the article. Each way is of use to a reader without scripts as well.
 */

namespace Boussole;

defined( 'ABSPATH' ) || exit;

/** What the frame may do: run, keep a draft, open links, give files, print. */
const SANDBOX = 'allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-downloads allow-modals';

/**
 * The HTML for some attributes.
 *
 * @param array $given Whatever an author wrote.
 */
function markup( array $given ): string {
	$address = address();
	if ( '' === $address ) {
		return missing();
	}
	$attributes = attributes( $given );
	// A feed reader runs no script.
	$mode = is_feed() ? 'link' : $attributes['mode'];
	if ( isset( SCRIPTS[ $mode ] ) ) {
		wp_enqueue_script( handle( $mode ), $address . SCRIPTS[ $mode ], array(), null, true ); // phpcs:ignore WordPress.WP.EnqueuedResourceParameters.MissingVersion -- the release takes care of that.
	}
	switch ( $mode ) {
		case 'frame':
			return frame( $address, $attributes );
		case 'link':
			return picture( $address, $attributes );
		default:
			return element( $address, $attributes );
	}
}

/** The shortcode, in a box of its own as the block is: a theme sets the width of nothing else. */
function shortcode( $given ): string {
	// What comes without attributes comes as a text.
	return boxed( 'class="wp-block-boussole-assessment"', markup( is_array( $given ) ? $given : array() ) );
}

/** What a theme may set the width of. It also ends a paragraph that an author put around it. */
function boxed( string $attributes, string $markup ): string {
	return '' === $markup ? '' : sprintf( '<div %s>%s</div>', $attributes, $markup );
}

/** Only who can mend it learns that the address is missing. */
function missing(): string {
	if ( ! current_user_can( 'edit_posts' ) ) {
		return '';
	}
	return sprintf( '<p><strong>Boussole.</strong> %s %s</p>', esc_html( text( 'missing' ) ), esc_html( text( 'missing_where' ) ) );
}

/** The element, and in it what is shown until the widget is there. */
function element( string $address, array $attributes ): string {
	$accent = '' === $attributes['accent'] ? '' : sprintf( ' accent="%s"', esc_attr( $attributes['accent'] ) );
	return sprintf(
		'<boussole-assessment lang="%s" questionnaire="%s" form="%s"%s><p><strong>%s</strong></p><p>%s</p><p><a href="%s">%s</a></p></boussole-assessment>',
		esc_attr( $attributes['lang'] ),
		esc_attr( $attributes['questionnaire'] ),
		esc_attr( $attributes['form'] ),
		$accent,
		esc_html( title( $attributes ) ),
		esc_html( text( 'summary.' . $attributes['questionnaire'], $attributes['lang'] ) ),
		esc_url( page( $address, $attributes ) ),
		esc_html( text( 'start', $attributes['lang'] ) )
	);
}

/** The frame. Its height follows what is in it; without the script it stays, and scrolls. */
function frame( string $address, array $attributes ): string {
	$accent = array( 'accent' => ltrim( $attributes['accent'], '#' ) );
	return sprintf(
		'<iframe data-boussole src="%s" title="%s" lang="%s" width="100%%" height="760" frameborder="0" loading="lazy" sandbox="%s" allow="clipboard-write; web-share"></iframe>',
		esc_url( page( $address . 'frame/', $attributes, array_filter( $accent ) ) ),
		esc_attr( title( $attributes ) ),
		esc_attr( $attributes['lang'] ),
		esc_attr( SANDBOX )
	);
}

/** The picture and the link, in one. */
function picture( string $address, array $attributes ): string {
	// The style that keeps a picture within its column, in themes that load each block's own.
	wp_enqueue_style( 'wp-block-image' );
	return sprintf(
		'<figure class="wp-block-image" lang="%s"><a href="%s"><img src="%s" alt="%s" width="1200" height="630" loading="lazy"><br>%s</a></figure>',
		esc_attr( $attributes['lang'] ),
		esc_url( page( $address, $attributes ) ),
		esc_url( $address . 'cover/' . $attributes['questionnaire'] . '-' . $attributes['lang'] . '.png' ),
		esc_attr( title( $attributes ) ),
		esc_html( text( 'start', $attributes['lang'] ) )
	);
}

/** The address of a page of the release that shows what the attributes ask for. */
function page( string $address, array $attributes, array $more = array() ): string {
	$asked = array(
		'lang'          => $attributes['lang'],
		'questionnaire' => $attributes['questionnaire'],
		'form'          => $attributes['form'],
	);
	return $address . '?' . http_build_query( $asked + $more );
}

/** The name of the questionnaire, in its own language. */
function title( array $attributes ): string {
	return text( 'title.' . $attributes['questionnaire'], $attributes['lang'] );
}
