namespace BarrierNode.Sim;

/// <summary>Topic filters of MQTT 3.1.1, section 4.7.</summary>
internal static class TopicFilter
{
    /// <summary>True when a filter takes a topic.</summary>
    /// <param name="filter">The filter: <c>+</c> stands for one level, <c>#</c> at its end for any number.</param>
    /// <param name="topic">The topic.</param>
    public static bool Matches(ReadOnlySpan<char> filter, ReadOnlySpan<char> topic)
    {
        while (true)
        {
            int filterEnd = filter.IndexOf('/');
            int topicEnd = topic.IndexOf('/');
            ReadOnlySpan<char> level = filterEnd < 0 ? filter : filter[..filterEnd];
            if (level is "#")
            {
                return true;
            }

            if (level is not "+" && !level.SequenceEqual(topicEnd < 0 ? topic : topic[..topicEnd]))
            {
                return false;
            }

            if (topicEnd < 0)
            {
                // "a/#" takes "a", too.
                return filterEnd < 0 || filter[filterEnd..] is "/#";
            }

            if (filterEnd < 0)
            {
                return false;
            }

            filter = filter[(filterEnd + 1)..];
            topic = topic[(topicEnd + 1)..];
        }
    }
}
