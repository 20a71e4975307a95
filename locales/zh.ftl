### Every sentence the bot says in Chinese. Same keys and variables as en.ftl.

### setup

setup-redis-fetching = 本机没有 Redis，正在从发行版的软件包解出一份（约 1.4 MB，5 至 30 秒，不需要 root）：{ $folder }
setup-redis-unavailable = 没有可用的 Redis（{ $reason }）：请安装一个（apt install redis-server），或用 REDIS_URL 指向已有的 Redis，或运行容器 docker run -d -p 127.0.0.1:6379:6379 redis:7 redis-server --appendonly yes --appendfsync always 并设 REDIS_URL=redis://127.0.0.1:6379。
setup-redis-elsewhere = 本机（{ $reason }）没有 Redis，也无法自动取得：请安装一个（macOS：brew install redis），或运行容器 docker run -d -p 127.0.0.1:6379:6379 redis:7 redis-server --appendonly yes --appendfsync always 并设 REDIS_URL=redis://127.0.0.1:6379。
