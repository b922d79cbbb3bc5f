<#-- Every drill of a stack in one table. Values are escaped; the style sheet is ours. -->
<#assign verdict = (failed > 0)?then("fail", (unknown > 0)?then("unknown", "pass"))>
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${verdict}: scorecard of ${stack}</title>
<style>
${css?no_esc}
</style>
</head>
<body>
<header class="${verdict}">
  <p class="verdict" id="verdict">${verdict}</p>
  <div>
    <h1>every fault on <strong>${stack}</strong></h1>
    <p>${rows?size} cells: ${passed} passed, ${failed} failed, ${unknown} without a verdict</p>
  </div>
</header>
<main>
<section aria-labelledby="cells">
  <h2 id="cells">Scorecard</h2>
  <div class="wide">
  <table>
    <caption>The bar is the longest outage; a dash stands for never, or not known.</caption>
    <thead>
      <tr><th scope="col">target</th><th scope="col">fault</th><th scope="col">verdict</th><th scope="col">longest outage</th><th scope="col" class="n">max</th><th scope="col" class="n">median</th><th scope="col" class="n">predicted</th><th scope="col" class="n">n</th><th scope="col" class="n">lost</th><th scope="col" class="n">redundant</th></tr>
    </thead>
    <tbody>
<#list rows as row>
      <tr>
        <th scope="row">${row.target}</th>
        <td>${row.fault}</td>
        <td class="${row.verdict.name()?lower_case}"><b class="chip">${row.verdict.name()?lower_case}</b></td>
        <td class="track"><#if (row.maxMs > 0)><span class="bar" style="width:${tell.percent(100 * row.maxMs / longest)}"></span></#if></td>
        <td class="n">${tell.time(row.maxMs)}</td>
        <td class="n">${tell.time(row.medianMs)}</td>
        <td class="n">${tell.time(row.predictedMs)}</td>
        <td class="n">${row.n}</td>
        <td class="n">${(row.lost < 0)?then("–", row.lost)}</td>
        <td class="n">${tell.time(row.redundantMs)}</td>
      </tr>
<#list row.reasons as reason>
      <tr class="because"><td></td><td colspan="9">${tell.cut(reason)}</td></tr>
</#list>
</#list>
    </tbody>
  </table>
  </div>
</section>
</main>
<footer><p>This page loads nothing from anywhere.</p></footer>
</body>
</html>
