dn: ${directory.userDn}
objectClass: inetOrgPerson
uid: ${directory.user}
cn: Test User ${directory.user}
givenName: Test
sn: ${directory.user}
mail: ${directory.user}@${directory.domain}
