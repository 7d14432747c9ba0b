// Scalar, without what it would ask of its own servers.
const element = document.getElementById('reference');
Scalar.createApiReference(element, {
  url: element.dataset.contract,
  defaultOpenAllTags: true,
  withDefaultFonts: false,
  telemetry: false,
  agent: { disabled: true },
  mcp: { disabled: true },
  showDeveloperTools: 'never',
  hideClientButton: true,
  documentDownloadType: 'none',
});
