# Who may connect to node ${node}: everybody who knows a password, and nobody without.
# TYPE  DATABASE     USER  ADDRESS    METHOD
local   all          all              scram-sha-256
host    all          all   0.0.0.0/0  scram-sha-256
