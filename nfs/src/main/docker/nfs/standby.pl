# Answers every call at the server's port with "nothing is served here" (RPC's PROG_UNAVAIL) while this node waits for
# the lock: so it can be told from one that is down, and a client knows at once that it has to try the other one.
use strict;
use warnings;
use IO::Select;
use Socket;

socket(my $door, PF_INET, SOCK_STREAM, 0) or die "socket: $!\n";
setsockopt($door, SOL_SOCKET, SO_REUSEADDR, 1);
bind($door, sockaddr_in(2049, INADDR_ANY)) or die "bind: $!\n";
listen($door, 64) or die "listen: $!\n";
my $heard = IO::Select->new($door);
$SIG{PIPE} = 'IGNORE';
while (1) {
    for my $caller ($heard->can_read) {
        if ($caller == $door) {
            # It may take its time until it calls: a program that has just started is slow.
            my $new;
            $heard->add($new) if accept($new, $door);
            next;
        }
        if ((sysread($caller, my $call, 65536) // 0) >= 8) {
            my $xid = substr($call, 4, 4);
            my ($reply, $accepted, $no_verifier, $unavailable) = (1, 0, 0, 1);
            syswrite($caller, pack('N', 0x80000000 | 24) . $xid . pack('N5', $reply, $accepted, $no_verifier, 0, $unavailable));
        }
        $heard->remove($caller);
        close($caller);
    }
}
