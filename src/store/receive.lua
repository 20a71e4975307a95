-- Stores a batch of updates in the lanes of their chats, each once, and the offset that confirms them.
-- KEYS 1 offset, 2 lanes, then for each update: seen:<update>, lane:<lane>
-- ARGV offset, machine, seconds to remember, then for each update: lane, '<id> <JSON>'
local n = (#KEYS - 2) / 2
for i = 1, n do
  local seen, list = KEYS[1 + 2 * i], KEYS[2 + 2 * i]
  local lane, update = ARGV[2 + 2 * i], ARGV[3 + 2 * i]
  if redis.call('SET', seen, '1', 'EX', ARGV[3], 'NX') then
    redis.call('RPUSH', list, update)
    redis.call('ZADD', KEYS[2], 'NX', ARGV[2], lane)
  end
end
redis.call('SET', KEYS[1], ARGV[1])
return n
