-- Changes who is in which chat.
-- KEYS 1 links · ARGV mode, recipient, link JSON
-- Modes: set; new (only where there is none); drop; block (only where there is one, of that very chat).
-- Returns the link that was there before ('' if none) and whether anything was written.
local old = redis.call('HGET', KEYS[1], ARGV[2]) or ''
local mode = ARGV[1]
if mode == 'new' and old ~= '' then return { old, 0 } end
if mode == 'block' and old ~= ARGV[4] then return { old, 0 } end
if mode == 'drop' then redis.call('HDEL', KEYS[1], ARGV[2]) else redis.call('HSET', KEYS[1], ARGV[2], ARGV[3]) end
return { old, 1 }
