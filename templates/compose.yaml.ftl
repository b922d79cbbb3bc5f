# The stack '${stack.name}' as it runs. Rendered by hcdc from '${stack.source}': change the settings, not this file.
# 'docker-compose -f' this file 'up -d' brings up the same containers once their images are built.

# Every fixed address, in every container, so that no lookup ever leaves the machine.
x-hosts: &hosts
<#list stack.addresses() as name, address>
  ${name}: ${address}
</#list>

services:
<#list services as service>
<#assign spec = service.spec>

  ${service.name}:
    image: ${spec.image}
    container_name: ${spec.name}
    hostname: ${spec.hostName}
<#if spec.command?has_content>
    command: [<#list spec.command as word>"${word?j_string?replace("$", "$$")}"<#sep>, </#list>]
</#if>
<#if spec.environment?has_content>
    environment:
<#list spec.environment as variable, value>
      ${variable}: "${value?j_string?replace("$", "$$")}"
</#list>
</#if>
<#if service.after?has_content>
    depends_on: [${service.after?join(", ")}]
</#if>
    networks:
      default:
        ipv4_address: ${spec.address}
    extra_hosts: *hosts
    # A name without a dot is never asked of an outside resolver: a dead container's name must fail at once.
    dns_opt: ["ndots:0"]
<#if spec.ports?has_content>
    ports:
<#list spec.ports as inside, outside>
      - "${spec.bindAddress}:${outside}:${inside}"
</#list>
</#if>
<#if service.mounts?has_content>
    volumes:
<#list service.mounts as mount>
      - "${mount.text}"
</#list>
</#if>
    cap_drop: [ALL]
<#if spec.capabilities?has_content>
    cap_add: [${spec.capabilities?join(", ")}]
</#if>
    security_opt:
      - no-new-privileges:true
<#if service.seccomp?has_content>
      - seccomp=${service.seccomp}
</#if>
    stop_grace_period: ${spec.stopGraceSeconds}s
    labels:
<#list service.labels as label, value>
      ${label}: "${value?j_string?replace("$", "$$")}"
</#list>
</#list>

networks:
  default:
    name: ${stack.network()}
    ipam:
      config:
        - subnet: ${network.subnet}
          gateway: ${network.gateway}
          # The rest is for the addresses above: strangers on this network must not get one of them.
          ip_range: ${network.strangers}
    labels:
      io.hcdc.stack: "${stack.name}"
<#if volumes?has_content>

volumes:
<#list volumes as volume>
  ${volume.key}:
    name: ${volume.name}
    labels:
      io.hcdc.stack: "${stack.name}"
</#list>
</#if>
