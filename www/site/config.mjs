/** VitePress over README, AGENTS.md and docs/, as they are in the repository. */

const guides = {
  "In React, Vue and Svelte": "frameworks",
  "Keeping the key": "proxy",
  "Ringing once": "ringing-once",
  Webhooks: "webhooks",
  Testing: "testing",
  Evidence: "evidence",
  Masking: "masking",
};

export default {
  title: "ninjahire-calls",
  description: "Place, follow and read NinjaHire's AI screening calls from a web app",
  cleanUrls: false,
  // README is what a visitor sees first.
  rewrites: { "README.md": "index.md" },
  // Of files that are in the repository and not on the site.
  ignoreDeadLinks: [/CONTRIBUTING|CHANGELOG|LICENSE|tests\/|examples\/|src\//],
  themeConfig: {
    outline: "deep",
    search: { provider: "local" },
    sidebar: [
      {
        text: "Guides",
        items: [
          { text: "Start", link: "/" },
          ...Object.entries(guides).map(([text, name]) => ({ text, link: `/docs/${name}` })),
          { text: "Rules for generated code", link: "/AGENTS" },
        ],
      },
      { text: "Reference", items: [{ text: "Types", link: "/types" }] },
    ],
  },
};
