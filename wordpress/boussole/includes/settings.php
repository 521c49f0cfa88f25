<?php
/**
 * The settings page: one field, and what is missing while it is empty.
 */

namespace Boussole;

defined( 'ABSPATH' ) || exit;

/** Name of the page and of its group of settings. */
const PAGE = 'boussole';

/** Tells WordPress what may be saved. */
function register_settings(): void {
	register_setting(
		PAGE,
		OPTION,
		array(
			'type'              => 'string',
			'sanitize_callback' => __NAMESPACE__ . '\accepted',
			'default'           => '',
		)
	);
}

/** Adds the page below "Settings". */
function add_settings_page(): void {
	add_options_page( 'Boussole', 'Boussole', 'manage_options', PAGE, __NAMESPACE__ . '\show_settings' );
}

/** Adds the way there to the list of plugins. */
function add_settings_link( array $links ): array {
	$link = sprintf( '<a href="%s">%s</a>', esc_url( settings_url() ), esc_html( text( 'settings' ) ) );
	return array_merge( array( $link ), $links );
}

/** Where the page is. */
function settings_url(): string {
	return admin_url( 'options-general.php?page=' . PAGE );
}

/**
 * What is saved of what was typed: the folder that was tried. What is no address, or has no release, leaves the one before.
 *
 * @param mixed $value What was typed.
 */
function accepted( $value ): string {
	if ( ! is_string( $value ) || '' === trim( $value ) ) {
		return '';
	}
	$address = clean_address( $value );
	if ( '' === $address ) {
		return refused( 'not_an_address' );
	}
	if ( is_ssl() && 'http' === wp_parse_url( $address, PHP_URL_SCHEME ) ) {
		return refused( 'not_secure' );
	}
	$found = find_release( $address );
	if ( isset( $found['fault'] ) ) {
		return refused( $found['fault'], $found['url'], $found['seen'] );
	}
	if ( $found['folder'] !== $address ) {
		notify( 'found_above', 'success', array( '{address}' => $found['folder'] ) );
	}
	return $found['folder'];
}

/** Says why, and keeps what was there. */
function refused( string $why, string $url = '', string $seen = '' ): string {
	notify( $why, 'error', array( '{address}' => $url, '{seen}' => $seen ) );
	return get_option( OPTION, '' );
}

/** Notice above the settings, once: WordPress prints it as HTML. */
function notify( string $text, string $type, array $values ): void {
	if ( ! in_array( $text, array_column( get_settings_errors( OPTION ), 'code' ), true ) ) {
		add_settings_error( OPTION, $text, esc_html( strtr( text( $text ), $values ) ), $type );
	}
}

/** The page. */
function show_settings(): void {
	$address = address();
	?>
	<div class="wrap">
		<h1>Boussole</h1>
		<p><?php echo esc_html( text( 'about' ) ); ?></p>
		<?php if ( '' === $address ) : ?>
			<div class="notice notice-warning inline"><p><?php echo esc_html( text( 'missing' ) ); ?></p></div>
		<?php endif; ?>
		<form action="options.php" method="post">
			<?php settings_fields( PAGE ); ?>
			<table class="form-table" role="presentation">
				<tr>
					<th scope="row"><label for="<?php echo esc_attr( OPTION ); ?>"><?php echo esc_html( text( 'address' ) ); ?></label></th>
					<td><?php show_field( $address ); ?></td>
				</tr>
			</table>
			<?php is_set_here() && submit_button(); ?>
		</form>
		<h2><?php echo esc_html( text( 'usage' ) ); ?></h2>
		<p><?php echo esc_html( text( 'usage_meaning' ) ); ?></p>
		<p><code>[boussole questionnaire="liberte-numerique" form="express" lang="fr" accent="#1f3a5f" mode="element"]</code></p>
	</div>
	<?php
}

/** The field, and what to know about it. */
function show_field( string $address ): void {
	printf(
		'<input type="url" class="regular-text code" id="%1$s" name="%1$s" value="%2$s" aria-describedby="%1$s-help"%3$s>',
		esc_attr( OPTION ),
		esc_attr( $address ),
		is_set_here() ? '' : ' readonly'
	);
	printf(
		'<p class="description" id="%s-help">%s</p>',
		esc_attr( OPTION ),
		esc_html( text( is_set_here() ? 'address_meaning' : 'address_fixed' ) )
	);
	if ( '' !== $address ) {
		printf( '<p><a href="%s">%s</a></p>', esc_url( $address ), esc_html( text( 'address_open' ) ) );
	}
}
