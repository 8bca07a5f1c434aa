namespace InclusionPlatform.Benchmarks;

/// <summary>A session of the browser: its cookies, and the word that a form repeats.</summary>
internal sealed record Session(string Cookie, string Forgery);
