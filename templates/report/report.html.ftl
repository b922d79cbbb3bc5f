<#-- One drill on one page. Values are escaped; what is marked no_esc is ours, or was made inert before. -->
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; script-src<#list scripts as script> '${script.hash}'</#list>">
<title>${verdict}: <#if drill.spec.origin.name?has_content>${drill.spec.origin.name}<#else>${drill.spec.deed()}</#if> on ${drill.stack}</title>
<style>
${css?no_esc}
</style>
</head>
<body>

<header class="${verdict}">
  <p class="verdict" id="verdict">${verdict}</p>
  <div>
    <h1><#if drill.spec.origin.name?has_content><strong>${drill.spec.origin.name}</strong>: </#if>${drill.spec.deed()}<#if drill.spec.via.isPresent()> via ${drill.spec.via.get()}</#if></h1>
    <p>stack ${drill.stack}<#if provenance.source?has_content> (${provenance.source})</#if> · ${drill.rounds?size} of ${drill.spec.rounds} round<#if drill.spec.rounds != 1>s</#if> · ${tell.cut(provenance.started?replace("T", " "))}<#if provenance.hcdc?has_content> · hcdc ${provenance.hcdc}</#if></p>
  </div>
</header>

<main>
<#if reasons?has_content>
<section aria-labelledby="why">
  <h2 id="why">Why it ${(verdict == "fail")?then("fails", "cannot be told")}</h2>
  <ul class="reasons">
<#list reasons as reason>
    <li>${tell.cut(reason)}</li>
</#list>
  </ul>
<#list hints as hint>
  <p class="note">${tell.cut(hint)}</p>
</#list>
</section>
</#if>

<section aria-label="In short">
  <dl class="answers">
<#list answers as answer>
    <div>
      <dt>${answer.question}</dt>
      <dd><b>${answer.answer}</b> ${answer.because}</dd>
    </div>
</#list>
  </dl>
</section>

<#if drill.rounds?has_content>
<section aria-labelledby="rounds">
  <h2 id="rounds">Rounds</h2>
  <div class="wide">
  <table>
    <caption>What each round's history shows. Times count from the request of the fault.</caption>
    <thead>
      <tr><th scope="col">round</th><th scope="col">broken</th><th scope="col">leader</th><th scope="col" class="n">outage</th><th scope="col" class="n">predicted</th><th scope="col" class="n">acknowledged</th><th scope="col" class="n">failed</th><th scope="col" class="n">indeterminate</th><th scope="col" class="n">lost</th><th scope="col" class="n">redundant</th><th scope="col">verdict</th></tr>
    </thead>
    <tbody>
<#list drill.rounds as round>
<#assign why = drill.reasons(round)>
      <tr>
        <th scope="row">${round.number}</th>
        <td>${round.node}</td>
        <td>${round.leadership.before?has_content?then(round.leadership.before, "nobody")} → ${round.leadership.after?has_content?then(round.leadership.after, "nobody")}</td>
        <td class="n">${(round.outage.ms < 0)?then("never ended", (round.outage.ms == 0)?then("none", tell.time(round.outage.ms)))}</td>
        <td class="n">${tell.time(round.outage.predictedMs)}</td>
        <td class="n">${tell.count(round.writes.acknowledged)}</td>
        <td class="n">${tell.count(round.writes.failed)}</td>
        <td class="n">${tell.count(round.writes.indeterminate)}</td>
        <td class="n">${round.loss.lost.isPresent()?then(round.loss.lost.orElse(0)?c, "not known")}</td>
        <td class="n">${(round.redundancy.restoredMs < 0)?then("never", tell.time(round.redundancy.restoredMs))}</td>
        <td>${why?has_content?then((round.known.name() == "YES")?then("fail", "unknown"), "pass")}</td>
      </tr>
</#list>
    </tbody>
  </table>
  </div>
<#if drawn?size < drill.rounds?size>
  <p class="note">Drawn below: the ${drawn?size} rounds with the longest outages.</p>
</#if>
</section>
</#if>

<#list drawn as view>
<#assign round = view.round, width = tell.time(view.curve.width)>
<section class="round" aria-labelledby="round-${round.number}">
  <h2 id="round-${round.number}">Round ${round.number}: ${round.node}</h2>

<#if view.split?has_content>
  <h3>Where the time went</h3>
  <div class="split" role="img" aria-label="The outage of ${tell.time(round.outage.ms)}:<#list view.split as part> until ${part.until} ${tell.time(part.ms)}<#sep>,</#list>">
<#list view.split as part>
    <span class="part p${part?index % 5}" style="width:${tell.percent(part.percent)}"></span>
</#list>
  </div>
  <ol class="parts">
<#list view.split as part>
    <li><i class="p${part?index % 5}"></i><b>${part.until}</b> ${tell.time(part.ms)}<#if part.evidence?has_content> <small>${tell.cut(part.evidence)}</small></#if></li>
</#list>
  </ol>
</#if>

  <figure data-round="${view?index}">
    <figcaption>
      <h3>What became of the writes</h3>
      <ul class="key">
        <li><i class="ok"></i>acknowledged ${tell.count(round.writes.acknowledged)}</li>
        <li><i class="failed"></i>failed ${tell.count(round.writes.failed)}</li>
        <li><i class="indeterminate"></i>indeterminate ${tell.count(round.writes.indeterminate)}</li>
        <li><i class="outage"></i>outage ${(round.outage.ms < 0)?then("without end", (round.outage.ms == 0)?then("none", tell.time(round.outage.ms)))}</li>
        <li><i class="broken"></i>${round.node} broken</li>
      </ul>
    </figcaption>
    <div class="chart outcomes" role="img" aria-label="Writes by outcome over time; the numbered moments below say the same in words."></div>
    <h3>How long they took</h3>
    <ul class="key">
      <li><i class="median"></i>median</li><li><i class="band"></i>least to 99 %</li><li><i class="max"></i>longest</li>
    </ul>
    <div class="chart latency" role="img" aria-label="Latency of the writes over time, on a logarithmic scale."></div>
<#if view.claims.nodes?has_content>
    <h3>Who claimed the role</h3>
    <div class="chart claims" role="img" aria-label="Claims of the role over time by <#list view.claims.nodes as node>${node}<#sep>, </#list>"></div>
</#if>
    <p class="note">Seconds since the fault was requested. A point stands for all writes that were due within the same ${width}: how many ended in which way, and the least, median, 99th percentile and longest time from when they were due to their outcome.<span class="screen"> Drag to look closer, double-click to see all.</span></p>
    <noscript><p class="note">The charts need this page's own script; everything they show is also said in words and numbers.</p></noscript>
  </figure>

  <h3>Moments</h3>
  <ol class="moments">
<#list view.marks as mark>
    <li><time>${tell.moment(mark.ms)}</time> ${tell.cut(mark.what)} <small>${mark.by}</small></li>
</#list>
  </ol>

<#if view.errors?has_content>
  <h3>What the application was told</h3>
  <div class="wide">
  <table>
    <caption>The most frequent errors; numbers in them are written as #.</caption>
    <thead><tr><th scope="col" class="n">times</th><th scope="col">error</th></tr></thead>
    <tbody>
<#list view.errors as told>
      <tr><td class="n">${tell.count(told.times)}</td><td><code>${told.error}</code></td></tr>
</#list>
    </tbody>
  </table>
  </div>
</#if>

<#if view.said?has_content>
  <details>
    <summary>What the servers said: ${view.said?size + view.unsaid} events</summary>
    <div class="wide">
    <table>
      <caption>As hcdc received them<#if view.unsaid gt 0>; the first ${view.said?size} of ${view.said?size + view.unsaid}</#if>.</caption>
      <thead><tr><th scope="col" class="n">when</th><th scope="col">who</th><th scope="col">what</th></tr></thead>
      <tbody>
<#list view.said as word>
        <tr><td class="n">${tell.moment(word.ms)}</td><td>${word.by}</td><td><code>${word.what}</code></td></tr>
</#list>
      </tbody>
    </table>
    </div>
  </details>
</#if>
</section>
</#list>

<section aria-labelledby="again">
  <h2 id="again">Run it again</h2>
<#if provenance.source?has_content>
  <p>On the stack that <code>hcdc init ${provenance.source}<#if drill.stack != "hcdc"> --name ${drill.stack}</#if></code> brings up, with the settings below:</p>
</#if>
  <pre><code>${command}</code></pre>
  <p>Judge this run's histories again, by other objectives, wherever they are kept:</p>
  <pre><code>hcdc report ${drill.folder} --max-outage 2s</code></pre>
</section>

<#if provenance.settings?has_content>
<section aria-labelledby="on">
  <h2 id="on">On what it was run</h2>
  <p>hcdc ${provenance.hcdc} on ${provenance.system}.</p>
  <div class="columns">
  <div class="wide">
  <table>
    <caption>Settings that are not the component's own default</caption>
    <thead><tr><th scope="col">setting</th><th scope="col">value</th></tr></thead>
    <tbody>
<#list provenance.changed as path>
      <tr><td><code>${path}</code></td><td>${tell.cut(provenance.settings[path]!"")}</td></tr>
<#else>
      <tr><td colspan="2">none</td></tr>
</#list>
    </tbody>
  </table>
  </div>
  <div class="wide">
  <table>
    <caption>Images; a tag is the hash of all that the image is built from</caption>
    <thead><tr><th scope="col">image</th><th scope="col">tag</th></tr></thead>
    <tbody>
<#list provenance.images as name, tag>
      <tr><td>${name}</td><td><code>${tag}</code></td></tr>
</#list>
    </tbody>
  </table>
  </div>
  </div>
  <details>
    <summary>All ${provenance.settings?size} settings, and what each node said of itself before the drill</summary>
    <div class="columns">
    <div class="wide">
    <table>
      <caption>Settings</caption>
      <thead><tr><th scope="col">setting</th><th scope="col">value</th></tr></thead>
      <tbody>
<#list provenance.settings as path, value>
        <tr><td><code>${path}</code></td><td>${tell.cut(value)}</td></tr>
</#list>
      </tbody>
    </table>
    </div>
    <div class="wide">
    <table>
      <caption>Nodes</caption>
      <thead><tr><th scope="col">node</th><th scope="col">said</th></tr></thead>
      <tbody>
<#list provenance.nodes as node, said>
        <tr><td>${node}</td><td>${tell.cut(said)}</td></tr>
</#list>
      </tbody>
    </table>
    </div>
    </div>
  </details>
</section>
</#if>
</main>

<footer>
  <p>Run ${drill.id}. This page loads nothing from anywhere. Charts: uPlot (MIT licence, © Leon Sorokin).</p>
</footer>

<script type="application/json" id="charts">${data?no_esc}</script>
<#list scripts as script>
<script>${script.text?no_esc}</script>
</#list>
</body>
</html>
