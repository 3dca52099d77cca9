namespace BarrierNode.Control
{
    /// <summary>The topics of one node, below <c>bn/1/{city}/{site}/{node}/</c>. docs/protocol.md says what each carries.</summary>
    public sealed class Topics
    {
        /// <summary>First levels of every topic: the product and the version of the protocol.</summary>
        public const string Prefix = "bn/1/";

        /// <summary>Makes the topics of a node.</summary>
        /// <param name="city">City.</param>
        /// <param name="site">Site.</param>
        /// <param name="node">Node.</param>
        public Topics(string city, string site, string node)
        {
            Root = Prefix + city + "/" + site + "/" + node + "/";
            Conn = Root + "conn";
            Birth = Root + "birth";
            Beat = Root + "beat";
            Event = Root + "event";
            EventAck = Root + "event/ack";
            Recorder = Root + "recorder";
            RecorderAck = Root + "recorder/ack";
            AllCommands = Root + "lane/+/cmd";
        }

        /// <summary>First levels of every topic of the node, with a slash at the end.</summary>
        public string Root { get; private set; }

        /// <summary>State of the connection; also the last will.</summary>
        public string Conn { get; private set; }

        /// <summary>What the node is.</summary>
        public string Birth { get; private set; }

        /// <summary>Sign of life, once a second.</summary>
        public string Beat { get; private set; }

        /// <summary>Numbered events.</summary>
        public string Event { get; private set; }

        /// <summary>The hub confirms the events that it has stored.</summary>
        public string EventAck { get; private set; }

        /// <summary>Pages of flight records.</summary>
        public string Recorder { get; private set; }

        /// <summary>The hub confirms the pages that it has.</summary>
        public string RecorderAck { get; private set; }

        /// <summary>Subscription to the commands of every lane.</summary>
        public string AllCommands { get; private set; }

        /// <summary>State of a lane.</summary>
        /// <param name="lane">Id of the lane.</param>
        public string LaneState(string lane)
        {
            return Root + "lane/" + lane + "/state";
        }

        /// <summary>What holds a lane, since when, and who can clear it.</summary>
        /// <param name="lane">Id of the lane.</param>
        public string LaneWhy(string lane)
        {
            return Root + "lane/" + lane + "/why";
        }

        /// <summary>Commands to a lane.</summary>
        /// <param name="lane">Id of the lane.</param>
        public string LaneCommand(string lane)
        {
            return Root + "lane/" + lane + "/cmd";
        }

        /// <summary>Answers of a lane.</summary>
        /// <param name="lane">Id of the lane.</param>
        public string LaneAck(string lane)
        {
            return Root + "lane/" + lane + "/ack";
        }

        /// <summary>Topic of a lane's measured strokes.</summary>
        /// <param name="lane">Id of the lane.</param>
        public string LaneStroke(string lane)
        {
            return Root + "lane/" + lane + "/stroke";
        }

        /// <summary>The crowd at a lane.</summary>
        /// <param name="lane">Id of the lane.</param>
        public string LaneCrowd(string lane)
        {
            return Root + "lane/" + lane + "/crowd";
        }

        /// <summary>The figures of a loop that the node measures.</summary>
        /// <param name="loop">Name of its input.</param>
        public string Loop(string loop)
        {
            return Root + "loop/" + loop;
        }

        /// <summary>The lane that a command topic names.</summary>
        /// <param name="topic">A topic that matched <see cref="AllCommands"/>.</param>
        /// <returns>Id of the lane, or null when the topic is none.</returns>
        public string LaneOf(string topic)
        {
            string start = Root + "lane/";
            const string end = "/cmd";
            if (topic.Length <= start.Length + end.Length || !topic.StartsWith(start) || !topic.EndsWith(end))
            {
                return null;
            }

            return topic.Substring(start.Length, topic.Length - start.Length - end.Length);
        }
    }
}
