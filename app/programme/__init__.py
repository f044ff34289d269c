"""The programme around the meetings: its sessions, who is booked for them, and who came."""
