# Whether files below the given folder can be addressed by handle, as the server does it. Says why where they cannot.
use strict;
use warnings;
use POSIX ();

my %name_to_handle_at = (x86_64 => 303, aarch64 => 264);
my $number = $name_to_handle_at{ (POSIX::uname())[4] } or exit 0;
my ($folder, $handle, $mount, $here) = ($ARGV[0], pack('LLx128', 128, 0), pack('i', 0), -100);
syscall($number, $here, $folder, $handle, $mount, 0) == 0 or die "$!\n";
