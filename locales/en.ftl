### Every sentence the bot says in English. Same keys and variables as zh.ftl.

### setup

setup-redis-fetching = This machine has no Redis; unpacking one from the distribution's packages (about 1.4 MB, 5 to 30 seconds, no root needed): { $folder }
setup-redis-unavailable = There is no Redis to use ({ $reason }): install one (apt install redis-server), or point REDIS_URL to one, or run the container docker run -d -p 127.0.0.1:6379:6379 redis:7 redis-server --appendonly yes --appendfsync always and set REDIS_URL=redis://127.0.0.1:6379.
setup-redis-elsewhere = This machine ({ $reason }) has no Redis and none can be fetched for it: install one (macOS: brew install redis), or run the container docker run -d -p 127.0.0.1:6379:6379 redis:7 redis-server --appendonly yes --appendfsync always and set REDIS_URL=redis://127.0.0.1:6379.
