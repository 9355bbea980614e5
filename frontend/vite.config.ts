import { resolve } from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const service = process.env.DISPATCH_SERVICE ?? "http://127.0.0.1:8000";
const forward = { target: service, changeOrigin: false };

/** The service knows these addresses; the development server is told the same. */
const pages: Record<string, string> = {
  "/m": "/m.html",
  "/t": "/t.html",
  "/admin": "/admin.html",
  "/print": "/print.html",
  "/signin": "/signin.html",
  "/wall": "/wall.html",
};

export default defineConfig({
  plugins: [
    react(),
    {
      name: "page-addresses",
      configureServer(server) {
        server.middlewares.use((request, _response, next) => {
          const path = (request.url ?? "").split("?")[0] ?? "";
          const page = pages[path];
          if (page) request.url = (request.url ?? "").replace(path, page);
          next();
        });
      },
    },
  ],
  build: {
    // A WeChat page of five years ago is Chromium 86; what is newer than its language is written older. Functions that
    // it lacks come from look/older.ts on the pages that phones open.
    target: ["chrome86", "safari14.1"],
    manifest: true,
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1200,
    rollupOptions: {
      input: ["index.html", "m.html", "t.html", "admin.html", "print.html", "signin.html", "wall.html"].map(
        (page) => resolve(import.meta.dirname, page),
      ),
      output: {
        // Some servers do not know .mjs; a module worker needs a JavaScript content type.
        assetFileNames: ({ names }) =>
          names[0]?.endsWith(".mjs") ? "assets/[name]-[hash].js" : "assets/[name]-[hash][extname]",
      },
    },
  },
  server: {
    proxy: {
      "/api": { ...forward, ws: true },
      "/tiles": forward,
      "/evidence": forward,
      "/health": forward,
    },
  },
});
