// Draws the charts of every round. Numbers come from the page's own JSON, colours from its style sheet.
(function () {
  'use strict';
  const rounds = JSON.parse(document.getElementById('charts').textContent);
  const AXIS = 78;
  const MARKS = 54;
  let charts = [];

  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue('--' + name).trim();
  const seconds = (ms) => ms / 1000;

  function within(plot, from, to, top, height, fill) {
    const area = plot.bbox;
    const left = Math.max(area.left, plot.valToPos(from, 'x', true));
    const right = Math.min(area.left + area.width, plot.valToPos(to, 'x', true));
    if (right > left) {
      plot.ctx.fillStyle = fill;
      plot.ctx.fillRect(left, top, right - left, height);
    }
  }

  // Behind the numbers: the outage over the full height, and a bar along the bottom while the node was broken.
  function behind(data) {
    return (plot) => {
      const area = plot.bbox;
      const end = plot.scales.x.max;
      const ratio = devicePixelRatio;
      plot.ctx.save();
      if (data.outageMs !== 0) {
        within(plot, 0, data.outageMs < 0 ? end : seconds(data.outageMs), area.top, area.height, colour('outage'));
      }
      const healed = data.healedMs < 0 ? end : seconds(data.healedMs);
      within(plot, 0, healed, area.top + area.height, 5 * ratio, colour('broken'));
      plot.ctx.restore();
    };
  }

  // Before the numbers: a line at each moment. Where there is room above, its number as in the list of moments.
  function moments(data, numbered) {
    return (plot) => {
      const context = plot.ctx;
      const area = plot.bbox;
      const ratio = devicePixelRatio;
      const rows = [];
      context.save();
      context.strokeStyle = context.fillStyle = colour('mark');
      context.lineWidth = ratio;
      context.font = (11 * ratio) + 'px system-ui, sans-serif';
      context.textAlign = 'center';
      data.marks.forEach((ms, index) => {
        const x = Math.round(plot.valToPos(seconds(ms), 'x', true)) + 0.5;
        if (x < area.left || x > area.left + area.width) {
          return;
        }
        let row = rows.findIndex((last) => x - last > 18 * ratio);
        if (row < 0) {
          row = rows.length < 3 ? rows.length : 2;
        }
        rows[row] = x;
        const top = numbered ? area.top - (MARKS - 18 - row * 16) * ratio : area.top;
        context.setLineDash([2 * ratio, 3 * ratio]);
        context.beginPath();
        context.moveTo(x, top);
        context.lineTo(x, area.top + area.height);
        context.stroke();
        if (numbered) {
          context.fillText(String(index + 1), x, top - 3 * ratio);
        }
      });
      context.restore();
    };
  }

  const decades = (plot, values) => values.map((value) => Math.abs(Math.log10(value) % 1) < 1e-9 ? value : null);

  function axes(y) {
    const common = { stroke: colour('faint'), grid: { stroke: colour('line'), width: 1 }, ticks: { stroke: colour('line'), width: 1 } };
    return [
      Object.assign({ size: 34, values: (plot, values) => values.map((value) => +value.toFixed(3) + ' s') }, common),
      Object.assign({ size: AXIS }, common, y),
    ];
  }

  function options(data, width, height, more) {
    return Object.assign({
      width: width,
      height: height,
      padding: [8, 16, 4, 0],
      legend: { show: false },
      cursor: { sync: { key: 'round-' + data.round }, points: { show: false }, y: false },
    }, more);
  }

  function outcomes(data, place, width) {
    const curve = data.curve;
    const sum = (...columns) => columns[0].map((value, i) => columns.reduce((all, column) => all + column[i], 0));
    const bars = uPlot.paths.bars({ size: [1, Infinity], gap: 0 });
    const filled = (name) => ({ fill: colour(name), stroke: colour(name), width: 0, paths: bars, points: { show: false } });
    return new uPlot(options(data, width, 210, {
      padding: [MARKS, 16, 4, 0],
      scales: { x: { time: false }, y: { range: (plot, min, max) => [0, Math.max(1, max * 1.08)] } },
      axes: axes({ space: 30, values: (plot, values) => values.map((value) => Number.isInteger(value) ? value : '') }),
      series: [{}, filled('indeterminate'), filled('failed'), filled('ok')],
      hooks: { drawClear: [behind(data)], draw: [moments(data, true)] },
    }), [
      curve.at.map(seconds),
      sum(curve.ok, curve.failed, curve.indeterminate),
      sum(curve.ok, curve.failed),
      curve.ok,
    ], place);
  }

  function latency(data, place, width) {
    const curve = data.curve;
    // A logarithm has no nought: what took less than a hundredth of a millisecond is drawn as that.
    const drawn = (column) => column.map((value) => value === null ? null : Math.max(value, 0.01));
    const hidden = { stroke: 'transparent', width: 0, points: { show: false } };
    return new uPlot(options(data, width, 190, {
      scales: { x: { time: false }, y: { distr: 3, log: 10 } },
      axes: axes({ grid: { stroke: colour('line'), width: 1, filter: decades }, ticks: { show: false }, values: (plot, values) => values.map((value) => value === null ? '' : value < 1000 ? value + ' ms' : value / 1000 + ' s') }),
      series: [{}, hidden, hidden,
        { stroke: colour('max'), width: 0, paths: () => null, points: { show: true, size: 3, fill: colour('max'), stroke: colour('max') } },
        { stroke: colour('median'), width: 1.5, points: { show: false } }],
      bands: [{ series: [2, 1], fill: colour('band') }],
      hooks: { drawClear: [behind(data)], draw: [moments(data, false)] },
    }), [curve.at.map(seconds), drawn(curve.min), drawn(curve.p99), drawn(curve.max), drawn(curve.median)], place);
  }

  function claims(data, place, width) {
    const nodes = data.claims.nodes;
    const at = data.curve.at.map(seconds);
    const lane = (node) => nodes.length - 1 - node;
    const lanes = (plot) => {
      data.claims.spans.forEach((span) => {
        const middle = plot.valToPos(lane(span.node), 'y', true);
        const half = 7 * devicePixelRatio;
        plot.ctx.save();
        within(plot, seconds(span.from), seconds(span.to), middle - half, 2 * half, colour('p' + (span.node % 5)));
        plot.ctx.restore();
      });
    };
    return new uPlot(options(data, width, 58 + 26 * nodes.length, {
      scales: { x: { time: false }, y: { range: () => [-0.5, nodes.length - 0.5] } },
      axes: axes({ splits: () => nodes.map((name, i) => i), values: (plot, places) => places.map((place) => nodes[lane(place)]).map((name) => name.length > 9 ? name.slice(0, 8) + '…' : name) }),
      series: [{}, { stroke: 'transparent', points: { show: false } }],
      hooks: { drawClear: [behind(data)], draw: [lanes, moments(data, false)] },
    }), [at, at.map(() => null)], place);
  }

  function draw() {
    charts.forEach((chart) => chart.destroy());
    charts = [];
    document.querySelectorAll('figure[data-round]').forEach((figure) => {
      const data = rounds[Number(figure.dataset.round)];
      if (data.curve.at.length === 0) {
        return;
      }
      [['.outcomes', outcomes], ['.latency', latency], ['.claims', claims]].forEach(([name, make]) => {
        const place = figure.querySelector(name);
        if (place) {
          charts.push(make(data, place, place.clientWidth));
        }
      });
    });
    document.documentElement.dataset.charts = String(charts.length);
  }

  draw();
  let width = document.body.clientWidth;
  addEventListener('resize', () => {
    if (document.body.clientWidth !== width) {
      width = document.body.clientWidth;
      draw();
    }
  });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', draw);
  matchMedia('print').addEventListener('change', draw);
})();
