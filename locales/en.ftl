### Every sentence the bot says in English. Same keys and variables as zh.ftl.
