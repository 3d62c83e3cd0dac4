#!/usr/bin/env perl
# SPDX-FileCopyrightText: 2026 Countersign contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# watch.pl SCREEN VIEWER BEGIN PATIENCE CALM PICTURE: watches the screen that Xvfb keeps in the file SCREEN until the process group
# VIEWER is done, and prints the milliseconds since BEGIN (seconds, with a fraction) until its window showed lines, and until it had
# its final picture, which goes to PICTURE. Exit code 1: not within PATIENCE seconds; 2: the viewer has ended.
#
# A viewer is done when the screen has stayed the same for CALM seconds (a blinking cursor aside) while it used next to no
# processor time. Lines count as shown from when a piece of the middle has the letters that it has in the end, in whatever
# colours. The piece is looked at every few milliseconds, the whole screen more rarely, so that watching costs the viewer little.

use strict;
use warnings;
use Time::HiRes qw(sleep time);

my ($file, $viewer, $begin, $patience, $calm, $picture) = @ARGV;
my ($left, $top, $width, $height) = (340, 300, 300, 160);    # of the piece, in pixels
my $piece_pause = .003;                                       # seconds between two looks at the piece
my $screen_pause = .04;                                       # and at the whole screen
my $idle_ticks = 6;          # processor time that a calm viewer may use meanwhile, in clock ticks (100 a second)
my $cursor_bytes = 2000;     # bytes of the screen that a blinking cursor may change

open(my $screen, '<:raw', $file) or die "$file: $!";
sysread($screen, my $head, 100);
my @field = unpack('N25', $head);    # source: XWDFile.h
my ($pixels, $pixel, $line) = ($field[0] + 12 * $field[19], $field[11] / 8, $field[12]);

sub whole {
    sysseek($screen, 0, 0);
    sysread($screen, my $bytes, -s $file);
    return $bytes;
}

sub piece {
    my $bytes = '';
    for my $row ($top .. $top + $height - 1) {
        sysseek($screen, $pixels + $row * $line + $left * $pixel, 0);
        sysread($screen, $bytes, $width * $pixel, length $bytes);
    }
    return $bytes;
}

# One byte a pixel of a piece: 1 where it is much darker or lighter than what most of its row is.
sub letters {
    my ($bytes) = @_;
    my $letters = '';
    for my $row (0 .. $height - 1) {
        my @light;
        for my $at (0 .. $width - 1) {
            my ($blue, $green, $red) = unpack('C3', substr($bytes, ($row * $width + $at) * $pixel, 3));
            push @light, $blue + 4 * $green + 3 * $red;
        }
        my %count;
        $count{$_}++ for @light;
        my ($ground) = sort { $count{$b} <=> $count{$a} || $a <=> $b } keys %count;
        $letters .= join('', map { abs($_ - $ground) > 400 ? '1' : '0' } @light);
    }
    return $letters;
}

sub differing { return (($_[0] ^ $_[1]) =~ tr/\0//c) }

# Processor time of the viewer's whole process group so far, with that of its children that have ended.
sub used_ticks {
    my $total = 0;
    for my $stat (glob('/proc/[0-9]*/stat')) {
        open(my $in, '<', $stat) or next;
        my $text = <$in> // next;
        my @part = split ' ', $text =~ s/.*\) //sr;
        $total += $part[11] + $part[12] + $part[13] + $part[14] if $part[2] == $viewer;
    }
    return $total;
}

my $blank = whole();
my ($last, $since, $ticks, $next) = ($blank, $begin, 0, 0);
my @pieces = ([$begin, piece()]);
while (1) {
    my $now = time;
    kill(0, $viewer) or exit 2;
    exit 1 if $now - $begin > $patience + $calm;
    my $here = piece();
    push @pieces, [$now, $here] if $here ne $pieces[-1][1];
    if ($now >= $next) {
        my $seen = whole();
        if ($seen ne $last && differing($seen, $last) >= $cursor_bytes) {
            ($last, $since, $ticks) = ($seen, $now, used_ticks());
        }
        elsif ($now - $since > $calm) {
            my $used = used_ticks();
            last if differing($last, $blank) >= $cursor_bytes && $used - $ticks < $idle_ticks;
            $ticks = $used;    # busy behind a still picture: it may yet change, and only then the clock moves
            sleep $calm;
        }
        $next = time + $screen_pause;
    }
    sleep $piece_pause;
}

open(my $out, '>:raw', $picture) or die "$picture: $!";
print $out $last;
close $out;

my $final = letters($pieces[-1][1]);
my $some = ($final =~ tr/1//) / 5;    # colours move the edges of letters a little
my $shown = $#pieces;
while ($shown > 0 && differing(letters($pieces[$shown - 1][1]), $final) <= $some) { --$shown }
my $all = $since > $pieces[-1][0] ? $since : $pieces[-1][0];
printf "%d %d", 1000 * ($pieces[$shown][0] - $begin), 1000 * ($all - $begin);
