<?php
// Runs before every script of the WordPress under test. Its files are those of the system, so they would look there for
// the configuration: this says where the folder of the test is.

define( 'ABSPATH', getenv( 'WORDPRESS_ROOT' ) . '/' );
