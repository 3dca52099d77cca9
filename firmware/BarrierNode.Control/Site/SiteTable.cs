using BarrierNode.Interlock;

namespace BarrierNode.Control
{
    /// <summary>
    /// The site table: everything about one cabinet that is not code. Made from the site file on the desktop
    /// (<see cref="SiteTableReader"/> tells the format) and never changed while the node runs.
    /// </summary>
    public sealed class SiteTable
    {
        /// <summary>Most lanes of one node.</summary>
        public const int MaxLanes = 4;

        /// <summary>City, the first level of the topics after the version: 1 to 16 of a-z, 0-9, hyphen.</summary>
        public string City;

        /// <summary>Site within the city, same form.</summary>
        public string Site;

        /// <summary>This node within the site, same form. A table is good for this node only.</summary>
        public string Node;

        /// <summary>Board whose pins the table uses, for example ESP32_REV3.</summary>
        public string Board;

        /// <summary>Check word of the table, as published in the birth message.</summary>
        public int Hash;

        /// <summary>The interlock: how inputs are conditioned, and what may be energised.</summary>
        public GateTable Gate;

        /// <summary>By input: its name, 1 to 24 characters. Input n is condition bit n.</summary>
        public readonly string[] InputNames;

        /// <summary>By input: GPIO number.</summary>
        public readonly int[] InputPins;

        /// <summary>The inputs that are inductive loops measured as a frequency.</summary>
        public LoopTable[] Loops = new LoopTable[0];

        /// <summary>Mask of the inputs that are vehicle detectors; their changes are events.</summary>
        public int DetectorInputs;

        /// <summary>Input whose rising edge resets the latched trips on site, or -1.</summary>
        public int ResetInput = -1;

        /// <summary>By output: its name, 1 to 24 characters.</summary>
        public readonly string[] OutputNames;

        /// <summary>By output: GPIO number.</summary>
        public readonly int[] OutputPins;

        /// <summary>GPIO number of the permission pulse.</summary>
        public int PermitPin;

        /// <summary>The lanes, 1 to <see cref="MaxLanes"/>.</summary>
        public readonly LaneTable[] Lanes;

        /// <summary>Makes an empty table.</summary>
        /// <param name="inputCount">Number of inputs, 0 to 32.</param>
        /// <param name="outputCount">Number of outputs, 1 to 16.</param>
        /// <param name="laneCount">Number of lanes, 1 to <see cref="MaxLanes"/>.</param>
        public SiteTable(int inputCount, int outputCount, int laneCount)
        {
            InputNames = new string[inputCount];
            InputPins = new int[inputCount];
            OutputNames = new string[outputCount];
            OutputPins = new int[outputCount];
            Lanes = new LaneTable[laneCount];
        }

        /// <summary>Number of a lane.</summary>
        /// <param name="id">Its id.</param>
        /// <returns>The number, or -1 when there is no such lane.</returns>
        public int LaneNumber(string id)
        {
            for (int i = 0; i < Lanes.Length; i++)
            {
                if (Lanes[i].Id == id)
                {
                    return i;
                }
            }

            return -1;
        }

        /// <summary>What a trip condition is called. That the gate finds its table damaged has no code in a table, which could not be trusted with it.</summary>
        /// <param name="condition">Number of the condition, 0 to 63.</param>
        public TripCode TripCode(int condition)
        {
            return condition == GateTable.TableFault ? Interlock.TripCode.TableFault : Gate.TripCode(condition);
        }
    }
}
