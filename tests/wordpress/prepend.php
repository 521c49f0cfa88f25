<?php
// Runs before every script of the WordPress under test. Sets the folder of the test: linked program files would look for the
// configuration in their own folder.

define( 'ABSPATH', getenv( 'WORDPRESS_ROOT' ) . '/' );
