-- include settled
-- KEYS 1 send, 2 sending, 3 lists, 4 shown:<to>, 5 message:<chat>:<id> (or send again, if there is none)
-- ARGV as settled.part.lua takes them
local at = 0
settleSend(KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5], function() at = at + 1; return ARGV[at] end)
return 1
