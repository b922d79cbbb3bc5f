# Whom the start script may ask who leads.
<#list dataNodes as data>
node ${data.name} ${data.port}
</#list>
<#list sentinels as sentinel>
sentinel ${sentinel.name} ${sentinel.port}
</#list>
<#if sentinels?has_content>
password ${secret["sentinel-password"]}
ping-period ${pingPeriod}
</#if>
