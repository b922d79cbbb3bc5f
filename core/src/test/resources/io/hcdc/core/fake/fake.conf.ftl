# ${node} of ${stack}
greeting ${config.greeting()}
password ${secret["alpha-password"]!"none"}
<#list nodes as other>
peer ${other} ${address[other]}
</#list>
