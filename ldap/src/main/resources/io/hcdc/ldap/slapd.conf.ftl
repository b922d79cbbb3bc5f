# slapd node ${node} of stack ${stack}. Written anew by every hcdc run: change the stack's settings instead.

include /etc/ldap/schema/core.schema
include /etc/ldap/schema/cosine.schema
include /etc/ldap/schema/nis.schema
include /etc/ldap/schema/inetorgperson.schema

modulepath /usr/lib/ldap
moduleload back_mdb
moduleload argon2

pidfile /run/slapd/slapd.pid
argsfile /run/slapd/slapd.args
# For syslog, which is not there; what goes to the container's log is told on the command line.
loglevel 0

# How a password is kept that a client sets by the extended operation.
password-hash {ARGON2}

# One PEM holds key, certificate and chain, and each directive takes what it wants.
TLSCertificateFile /run/slapd/server.pem
TLSCertificateKeyFile /run/slapd/server.pem
TLSProtocolMin 3.3

database mdb
suffix "${directory.baseDn}"
rootdn "${directory.adminDn}"
# The administrator's password as a hash, made at every start.
include /run/slapd/rootpw.conf
directory /var/lib/ldap/directory
# Address space, not memory or disk: how far the directory may grow.
maxsize 1073741824
index objectClass,uid,cn,sn,mail,member,memberUid eq

access to attrs=userPassword
    by self =xw
    by anonymous auth
    by * none
access to *
    by users read
    by * none

database monitor
access to * by users read
