# Whom the guard of ${node} asks, in milliseconds: how often, and how long an answer may take.
<#list members as member>
node ${member.name}
</#list>
interval ${config.guardIntervalMilliseconds}
timeout ${config.guardTimeoutMilliseconds}
