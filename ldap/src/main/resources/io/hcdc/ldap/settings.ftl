base-dn ${directory.baseDn}
user-dn ${directory.userDn}
user-password ${secret["ldap-user-password"]}
admin-password ${secret["ldap-admin-password"]}
loglevel ${config.loglevel}
