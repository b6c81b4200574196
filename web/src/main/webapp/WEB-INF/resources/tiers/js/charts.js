// extender="tiersChart" on a p:chart: the colours and the font of the design tokens, also after a change of theme.
window.tiersChart = function () {
  const data = this.cfg.config.data;
  const options = (this.cfg.config.options ??= {});
  tint(data, options);
  document.addEventListener('tiers:theme', () => {
    tint(data, options);
    this.chart?.update('none');
  });
};

function tint(data, options) {
  const token = name => colour(`var(--${name})`);
  const series = ['accent', 'success', 'warning', 'info', 'danger', 'secondary'];
  data.datasets.forEach((dataset, index) => {
    dataset.backgroundColor = token(series[index % series.length]);
    dataset.borderColor = dataset.backgroundColor;
    dataset.maxBarThickness ??= 40;
    dataset.borderRadius ??= 3;
  });
  options.font = { family: 'Inter', size: 12 };
  options.color = token('text-muted');
  options.plugins = { ...options.plugins, legend: { display: data.datasets.length > 1, ...options.plugins?.legend } };
  options.scales = {
    x: { grid: { display: false }, ticks: { color: token('text-muted') }, border: { color: token('line-strong') } },
    y: { grid: { color: token('line') }, ticks: { color: token('text-muted') }, border: { display: false } }
  };
}

// light-dark() is resolved by the browser only where a colour is used.
function colour(value) {
  const probe = document.body.appendChild(document.createElement('i'));
  probe.style.color = value;
  const resolved = getComputedStyle(probe).color;
  probe.remove();
  return resolved;
}
