using System.Globalization;
using InclusionPlatform.Api.Hosting;

namespace InclusionPlatform.UnitTests.Api.Hosting;

internal sealed class ProgramPagesTests
{
    [TestCase("7f000000-7f005000 r-xp 00001000 fd:00 42 /usr/share/dotnet/shared/System.Linq.dll")]
    [TestCase("7f000000-7f005000 r--s 00000000 fd:00 42                         /srv/a folder/InclusionPlatform.Api.dll")]
    [TestCase("7f000000-7f005000 r-xp 00001000 fd:00 42 /lib/x86_64-linux-gnu/libcrypto.so.3")]
    public void Mapping_WhenItIsAProgramThatNobodyWroteTo_IsLetGo(string line) => Assert.That(Unwritten(line, 0), Is.EqualTo(new[] { ((nuint)0x7f000000, (nuint)0x5000) }));

    [Test]
    public void Mapping_WhenSomebodyWroteIntoItsCode_IsKept() => Assert.That(Unwritten("7f000000-7f005000 r-xp 00001000 fd:00 42 /lib/libcrypto.so.3", 4), Is.Empty);

    [TestCase("7f000000-7f005000 rw-p 00001000 fd:00 42 /srv/InclusionPlatform.Api.dll", TestName = "{m}(data)")]
    [TestCase("7f000000-7f005000 r--p 00001000 fd:00 42 /lib/libcrypto.so.3", TestName = "{m}(relocated, then read-only)")]
    [TestCase("7f000000-7f005000 rwxp 00001000 fd:00 42 /lib/libcrypto.so.3", TestName = "{m}(code that is written)")]
    [TestCase("7f000000-7f005000 r-xp 00001000 fd:00 42 /lib/libcrypto.so.3 (deleted)", TestName = "{m}(replaced on disk)")]
    [TestCase("7f000000-7f005000 r--s 00001000 fd:00 42 /srv/data/inclusion.db-shm", TestName = "{m}(no program)")]
    [TestCase("7f000000-7f005000 r-xs 00000000 00:01 42 /memfd:doublemapper (deleted)", TestName = "{m}(compiled code)")]
    [TestCase("7ffd00000000-7ffd00002000 r-xp 00000000 00:00 0 [vdso]", TestName = "{m}(of the system)")]
    [TestCase("7f000000-7f005000 rw-p 00000000 00:00 0", TestName = "{m}(memory)")]
    public void Mapping_WhenItsContentIsNowhereElse_IsKept(string line) => Assert.That(Unwritten(line, 0), Is.Empty);

    [Test]
    public void Process_WhenItLetsGoOfItsProgram_HoldsLessOfItAndGoesOn()
    {
        if (!OperatingSystem.IsLinux())
        {
            Assert.Ignore("There is nothing to let go of here.");
        }

        var before = HeldOfFiles();
        ProgramPages.LetGo();
        var after = HeldOfFiles();

        Assert.That(after, Is.LessThan(before));
        Assert.That(string.Join(' ', Enumerable.Range(1, 3).Select(one => one.ToString(CultureInfo.GetCultureInfo("it-IT")))), Is.EqualTo("1 2 3"));
    }

    private static IEnumerable<(nuint, nuint)> Unwritten(string line, int written) =>
        ProgramPages.Unwritten([line, "Size:                 20 kB", "Rss:                  20 kB", $"Anonymous:            {written} kB", "VmFlags: rd ex mr mw me"]);

    private static int HeldOfFiles() => int.Parse(File.ReadLines("/proc/self/status").Single(line => line.StartsWith("RssFile:", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
}
