-- Claims the sends that nobody has finished: each is handed to one caller only, who has as long again as the first had.
-- KEYS 1 sending · ARGV frozen before (exclusive), machine now
local ids = redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', '(' .. ARGV[1], 'LIMIT', 0, 100)
for _, id in ipairs(ids) do redis.call('ZADD', KEYS[1], ARGV[2], id) end
return ids
