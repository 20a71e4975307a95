-- Writes a draft if it still is the one that was read.
-- KEYS 1 drafts · ARGV person, expected version (0: none), JSON; an empty one forgets it
-- Returns 1, or 0 if it was changed meanwhile.
local found = redis.call('HGET', KEYS[1], ARGV[1])
local version = found and cjson.decode(found).version or 0
if version ~= tonumber(ARGV[2]) then return 0 end
if ARGV[3] == '' then redis.call('HDEL', KEYS[1], ARGV[1]) else redis.call('HSET', KEYS[1], ARGV[1], ARGV[3]) end
return 1
