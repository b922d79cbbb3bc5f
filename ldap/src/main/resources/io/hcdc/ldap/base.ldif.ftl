# What a new directory begins with; the test user follows. An existing one keeps what it has.

dn: ${directory.baseDn}
objectClass: organization
<#if directory.attribute == "dc">
objectClass: dcObject
dc: ${directory.name}
</#if>
o: ${directory.name}

dn: ou=people,${directory.baseDn}
objectClass: organizationalUnit
ou: people

dn: ou=groups,${directory.baseDn}
objectClass: organizationalUnit
ou: groups

dn: cn=users,ou=groups,${directory.baseDn}
objectClass: groupOfNames
cn: users
member: ${directory.userDn}
