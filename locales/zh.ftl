### Every sentence the bot says in Chinese. Same keys and variables as en.ftl.
