version ${version}
node none 0 up
<#list config.nodes() as name, address>
node ${name} ${address} ${config.drained()?seq_contains(name)?then("drain", "up")}
</#list>
