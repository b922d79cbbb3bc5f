# ${node} of ${stack}
greeting ${config.greeting()}
password ${secret["alpha-password"]!"none"}
<#list nodes as other>
peer ${other} ${address[other]}
</#list>
<#list config.fronts() as port, name>
front ${port} ${name} ${endpoint[name].scheme} ${endpoint[name].password} ${endpoint[name].path}
<#list endpoint[name].servers as server>
server ${server.node} ${server.address} ${server.port}
</#list>
</#list>
