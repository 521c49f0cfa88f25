<?php
// Tasks of the tests, done by the functions of WordPress.

/** Replaces the mail to the new administrator. */
function wp_new_blog_notification() {}

/** Ends the task on an error, which WordPress returns as a value. */
function stop_if_failed( $result ) {
	if ( is_wp_error( $result ) ) {
		fwrite( STDERR, $result->get_error_message() );
		exit( 1 );
	}
}

list( , $task, $argument ) = $argv + array( null, null, '' );
switch ( $task ) {
	case 'install':
		// Installs a site at an address, with the plugin of the given file, and an author without HTML rights.
		mysqli_report( MYSQLI_REPORT_ERROR | MYSQLI_REPORT_STRICT );
		( new mysqli( 'localhost', 'root', '', '', 0, getenv( 'WORDPRESS_SOCKET' ) ) )->query( 'CREATE DATABASE wordpress' );
		define( 'WP_INSTALLING', true );
		define( 'WP_SITEURL', $argument );
		require ABSPATH . 'wp-load.php';
		require ABSPATH . 'wp-admin/includes/upgrade.php';
		wp_install( 'Un site', 'admin', 'admin@site.example', true, '', 'secret' );
		// No avatars: they come from another server.
		update_option( 'show_avatars', '0' );
		$author = wp_create_user( 'author', 'secret', 'author@site.example' );
		( new WP_User( $author ) )->set_role( 'author' );
		foreach ( array( 'admin', 'author' ) as $login ) {
			// No welcome window of the editor.
			$user = get_user_by( 'login', $login );
			$preferences = array( 'core/edit-post' => array( 'welcomeGuide' => false ), '_modified' => gmdate( 'c' ) );
			update_user_meta( $user->ID, 'wp_persisted_preferences', $preferences );
		}
		require_once ABSPATH . 'wp-admin/includes/file.php';
		require_once ABSPATH . 'wp-admin/includes/plugin.php';
		WP_Filesystem();
		stop_if_failed( unzip_file( stream_get_contents( STDIN ), WP_PLUGIN_DIR ) );
		stop_if_failed( activate_plugin( 'boussole/boussole.php' ) );
		break;

	case 'post':
		// Publishes an article of a user from the input; prints its number.
		require ABSPATH . 'wp-load.php';
		wp_set_current_user( get_user_by( 'login', $argument )->ID );
		$post = array( 'post_title' => 'Un article', 'post_status' => 'publish' );
		echo wp_insert_post( $post + array( 'post_content' => wp_slash( stream_get_contents( STDIN ) ) ) );
		break;

	case 'set':
		// Sets an option to the input.
		require ABSPATH . 'wp-load.php';
		update_option( $argument, stream_get_contents( STDIN ) );
		break;

	case 'uninstall':
		// Uninstalls the plugin; prints the names of remaining options.
		require ABSPATH . 'wp-load.php';
		require ABSPATH . 'wp-admin/includes/plugin.php';
		deactivate_plugins( 'boussole/boussole.php' );
		uninstall_plugin( 'boussole/boussole.php' );
		$left = "SELECT option_name FROM $wpdb->options WHERE option_name LIKE '%boussole%'";
		echo implode( ' ', $wpdb->get_col( $left ) );
		break;
}
