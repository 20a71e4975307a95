-- Gives each person a random key for the ledger, once and for ever.
-- KEYS[1] people · ARGV person, candidate key, person, candidate key …
-- Returns the keys in the order of the people. A person who has one keeps it.
local keys = {}
for i = 1, #ARGV, 2 do
  local field = 'id:' .. ARGV[i]
  if redis.call('HSETNX', KEYS[1], field, ARGV[i + 1]) == 1 then
    redis.call('HSET', KEYS[1], 'key:' .. ARGV[i + 1], ARGV[i])
  end
  keys[#keys + 1] = redis.call('HGET', KEYS[1], field)
end
return keys
