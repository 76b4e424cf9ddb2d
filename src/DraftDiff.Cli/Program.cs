Console.WriteLine("draftdiff");
