export default {
  compatibilityDate: "2026-01-01",
  telemetry: false,
  vue: { compilerOptions: { isCustomElement: (name) => name.startsWith("ninjahire-") } },
};
